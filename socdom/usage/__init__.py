"""How much the dashboard is used, without following anybody: counts per page, day and kind of device.

Nothing of a visitor is kept: no address of the network, no name, no number, no time of day, no words of a search. So
how many people there are behind a count cannot be known.
"""

"""How much the dashboard is used, without following anybody: counts per page, day and kind of device."""

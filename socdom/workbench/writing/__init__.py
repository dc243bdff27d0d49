"""The form in which people write duiding, in JupyterLab: `Gemeente.write_duiding`."""

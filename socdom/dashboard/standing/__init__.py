"""How current the dashboard is: what the schedule kept of its runs, said on pages when they are served."""

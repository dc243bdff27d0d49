"""How quick the dashboard is for its visitors, beside the same chart in other frameworks."""

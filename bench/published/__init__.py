"""The variants benchmark for other systems: events, what a system is given of them, and scores."""

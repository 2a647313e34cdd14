"""The switch that turns the network off, for tests and for the programs they start."""

"""The measures: what must hold (gate), how fast it is (speed), and the gold of our own."""

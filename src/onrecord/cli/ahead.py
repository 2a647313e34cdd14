"""What processes need, loaded while the command itself is still loading."""


def load_for(workers: int) -> None:
    """Have the way from an input to its record loaded once for all processes, if there will be several."""
    if workers > 1:
        from onrecord.batch import pool

        pool.prepare("onrecord.cli.work")

"""Where the work runs (here, a pool of processes), never what it does."""

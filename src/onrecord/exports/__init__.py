"""Records in the formats other programs read; one file per format, none of them knows a store."""

"""The pages: each a context dataclass, a template, and the same structure as its `.json` twin."""

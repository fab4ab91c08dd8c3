"""The edges: everything that touches files, processes, the clock or a typesetter."""

"""Publishing: what a release holds in, what catalogues and archives ask for out."""

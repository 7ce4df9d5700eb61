"""One module a format: how its bytes are recognised and how stories are read from them."""

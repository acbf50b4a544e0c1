"""The live page: an article audited while it is written, in a browser, on the writer's own machine."""

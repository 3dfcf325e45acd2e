"""What python-pptx lacks: a template's catalogue, native charts and tables, text that fits, the package check."""

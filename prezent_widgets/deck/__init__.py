"""What python-pptx lacks, as small functions: catalogue of a template, native charts and tables, text that fits, checks."""

"""What the build hook does to make the files under ``prezent_widgets/static``; never imported by the package."""

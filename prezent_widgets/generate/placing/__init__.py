"""A slide on its layout: which content goes into which placeholder, what that costs, and shorter wording."""

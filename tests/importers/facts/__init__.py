"""Tests of what an old blog says about itself."""

"""The preview's server: watches files, answers browsers, tells them what changed."""

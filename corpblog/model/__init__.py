"""What a site is made of: frozen records without input, output, YAML or HTML."""

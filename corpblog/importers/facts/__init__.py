"""What an old blog says about itself: people, addresses, tags, pictures, ties."""

"""What the screens are made of; each draws its own lines and never parses its data as markup."""

// placeholder, removed with the first real code

"""Views: the graph as pages to look at, each one offline file."""

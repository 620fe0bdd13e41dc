"""Pictures of results: plain values of Plotly's schema, each with words and a table beside it."""

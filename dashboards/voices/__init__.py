"""Who answers, how well the questions work, and what people wrote: values of three pages, each in words first."""

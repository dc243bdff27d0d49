"""What is counted of the use of the dashboard, the question at the foot of its pages, and what may be told of both."""

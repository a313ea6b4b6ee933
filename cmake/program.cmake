# The one program.


region  = "${region}"
profile = "${profile}"

# The first admin, who is also told when money runs out:
# admin_email = "you@example.org"

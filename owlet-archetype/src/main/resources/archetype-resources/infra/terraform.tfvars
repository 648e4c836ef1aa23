region  = "${region}"
profile = "${profile}"

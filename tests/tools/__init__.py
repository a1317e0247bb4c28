"""Installing the engines that the tests use."""

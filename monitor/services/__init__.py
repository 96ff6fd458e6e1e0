"""What people do: validate, decide who may, one transaction per action, a line in the logboek."""

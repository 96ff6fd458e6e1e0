"""Pure Altair: functions from domain objects to chart specifications."""

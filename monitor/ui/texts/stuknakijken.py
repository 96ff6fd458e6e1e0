"""Words for looking again at a stuk for the raad before it goes out, and for the versions that went out before."""

# Versions that went out

MOMENT_WEER = "{regel}; voor het laatst gemaakt {moment}"
MOMENT_DAGEN = "{dag}, voor het laatst gemaakt op {laatst}"

"""Words about who is looking: signing in and out, and looking as somebody else."""

KIJK_ALS = "Proef: u kijkt als"
AANMELDEN = "Aanmelden"
OPNIEUW_AANMELDEN = "Meld u opnieuw aan"
AFMELDEN = "Afmelden"
AANGEMELD = "U bent aangemeld als"
AANMELDING_GEWEIGERD = "Uw aanmelding klopt niet meer. Meld u opnieuw aan."

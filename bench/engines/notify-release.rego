# The California decision on telling immigration authorities of a release, for a sheriff, simplified by hand.
package brightline

default verdict := "prohibited"

verdict := "required" if {
	input["court.order"] == "yes"
	input["warrant.form"] == "court-order"
} else := "permitted" if {
	input["release.public"] == "yes"
} else := "prohibited" if {
	input["ca.prop-47-only"] == "yes"
} else := "permitted" if {
	convicted
} else := "permitted" if {
	input["ca.held-to-answer"] in {"violent-felony", "serious-felony", "domestic-violence", "state-prison-felony"}
}

convicted if input["ca.serious-or-violent-felony"] == "yes"

convicted if input["ca.state-prison-felony"] == "yes"

convicted if input["ca.listed-wobbler-years"] <= 5

convicted if input["ca.listed-felony-years"] <= 15

convicted if input["ca.registry"] == "yes"

convicted if input["ca.federal-aggravated-felony"] == "yes"

convicted if input["ca.federal-felony-warrant"] == "yes"

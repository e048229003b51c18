// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

// The files of `policy/` that a node ships with. Large array literals in Swift compile for minutes; `#embed` (C23) takes
// no time. Functions hand out the table, because an array without a known size cannot be imported into Swift.

#include "CEmbeddedFiles.h"

static const unsigned char file_default_yaml[] = {
#embed "../../../policy/default.yaml"
};

static const unsigned char file_populations_csv[] = {
#embed "../../../policy/populations.csv"
};

static const unsigned char file_demo_policy_yaml[] = {
#embed "../../../policy/demo/policy.yaml"
};

static const unsigned char file_tests_default_yaml[] = {
#embed "../../../policy/tests/default.yaml"
};

static const unsigned char file_demo_tests_yaml[] = {
#embed "../../../policy/demo/tests.yaml"
};

static const unsigned char file_demo_populations_csv[] = {
#embed "../../../policy/demo/populations.csv"
};

static const unsigned char file_vocabularies_assessment_yaml[] = {
#embed "../../../policy/vocabularies/assessment.yaml"
};

static const unsigned char file_vocabularies_chain_stages_yaml[] = {
#embed "../../../policy/vocabularies/chain-stages.yaml"
};

static const unsigned char file_vocabularies_commodities_yaml[] = {
#embed "../../../policy/vocabularies/commodities.yaml"
};

static const unsigned char file_vocabularies_concealment_yaml[] = {
#embed "../../../policy/vocabularies/concealment.yaml"
};

static const unsigned char file_vocabularies_confidentiality_yaml[] = {
#embed "../../../policy/vocabularies/confidentiality.yaml"
};

static const unsigned char file_vocabularies_container_size_types_csv[] = {
#embed "../../../policy/vocabularies/container-size-types.csv"
};

static const unsigned char file_vocabularies_conveyances_yaml[] = {
#embed "../../../policy/vocabularies/conveyances.yaml"
};

static const unsigned char file_vocabularies_countries_csv[] = {
#embed "../../../policy/vocabularies/countries.csv"
};

static const unsigned char file_vocabularies_detection_yaml[] = {
#embed "../../../policy/vocabularies/detection.yaml"
};

static const unsigned char file_vocabularies_document_types_yaml[] = {
#embed "../../../policy/vocabularies/document-types.yaml"
};

static const unsigned char file_vocabularies_drug_forms_yaml[] = {
#embed "../../../policy/vocabularies/drug-forms.yaml"
};

static const unsigned char file_vocabularies_hs_chapters_csv[] = {
#embed "../../../policy/vocabularies/hs-chapters.csv"
};

static const unsigned char file_vocabularies_identifiers_yaml[] = {
#embed "../../../policy/vocabularies/identifiers.yaml"
};

static const unsigned char file_vocabularies_indicators_yaml[] = {
#embed "../../../policy/vocabularies/indicators.yaml"
};

static const unsigned char file_vocabularies_insider_roles_yaml[] = {
#embed "../../../policy/vocabularies/insider-roles.yaml"
};

static const unsigned char file_vocabularies_modus_operandi_yaml[] = {
#embed "../../../policy/vocabularies/modus-operandi.yaml"
};

static const unsigned char file_vocabularies_outcomes_yaml[] = {
#embed "../../../policy/vocabularies/outcomes.yaml"
};

static const unsigned char file_vocabularies_ports_csv[] = {
#embed "../../../policy/vocabularies/ports.csv"
};

static const unsigned char file_vocabularies_recommendations_yaml[] = {
#embed "../../../policy/vocabularies/recommendations.yaml"
};

static const unsigned char file_vocabularies_regions_yaml[] = {
#embed "../../../policy/vocabularies/regions.yaml"
};

static const unsigned char file_vocabularies_security_gaps_yaml[] = {
#embed "../../../policy/vocabularies/security-gaps.yaml"
};

static const unsigned char file_vocabularies_sources_yaml[] = {
#embed "../../../policy/vocabularies/sources.yaml"
};

static const unsigned char file_vocabularies_stakeholders_yaml[] = {
#embed "../../../policy/vocabularies/stakeholders.yaml"
};

static const unsigned char file_vocabularies_transport_modes_yaml[] = {
#embed "../../../policy/vocabularies/transport-modes.yaml"
};

static const unsigned char file_vocabularies_treatments_yaml[] = {
#embed "../../../policy/vocabularies/treatments.yaml"
};

static const unsigned char file_vocabularies_withholding_reasons_yaml[] = {
#embed "../../../policy/vocabularies/withholding-reasons.yaml"
};

static const fairlead_embedded_file files[] = {
    {"default.yaml", file_default_yaml, sizeof(file_default_yaml)},
    {"populations.csv", file_populations_csv, sizeof(file_populations_csv)},
    {"demo/policy.yaml", file_demo_policy_yaml, sizeof(file_demo_policy_yaml)},
    {"demo/populations.csv", file_demo_populations_csv, sizeof(file_demo_populations_csv)},
    {"demo/tests.yaml", file_demo_tests_yaml, sizeof(file_demo_tests_yaml)},
    {"tests/default.yaml", file_tests_default_yaml, sizeof(file_tests_default_yaml)},
    {"vocabularies/assessment.yaml", file_vocabularies_assessment_yaml, sizeof(file_vocabularies_assessment_yaml)},
    {"vocabularies/chain-stages.yaml", file_vocabularies_chain_stages_yaml, sizeof(file_vocabularies_chain_stages_yaml)},
    {"vocabularies/commodities.yaml", file_vocabularies_commodities_yaml, sizeof(file_vocabularies_commodities_yaml)},
    {"vocabularies/concealment.yaml", file_vocabularies_concealment_yaml, sizeof(file_vocabularies_concealment_yaml)},
    {"vocabularies/confidentiality.yaml", file_vocabularies_confidentiality_yaml, sizeof(file_vocabularies_confidentiality_yaml)},
    {"vocabularies/container-size-types.csv", file_vocabularies_container_size_types_csv, sizeof(file_vocabularies_container_size_types_csv)},
    {"vocabularies/conveyances.yaml", file_vocabularies_conveyances_yaml, sizeof(file_vocabularies_conveyances_yaml)},
    {"vocabularies/countries.csv", file_vocabularies_countries_csv, sizeof(file_vocabularies_countries_csv)},
    {"vocabularies/detection.yaml", file_vocabularies_detection_yaml, sizeof(file_vocabularies_detection_yaml)},
    {"vocabularies/document-types.yaml", file_vocabularies_document_types_yaml, sizeof(file_vocabularies_document_types_yaml)},
    {"vocabularies/drug-forms.yaml", file_vocabularies_drug_forms_yaml, sizeof(file_vocabularies_drug_forms_yaml)},
    {"vocabularies/hs-chapters.csv", file_vocabularies_hs_chapters_csv, sizeof(file_vocabularies_hs_chapters_csv)},
    {"vocabularies/identifiers.yaml", file_vocabularies_identifiers_yaml, sizeof(file_vocabularies_identifiers_yaml)},
    {"vocabularies/indicators.yaml", file_vocabularies_indicators_yaml, sizeof(file_vocabularies_indicators_yaml)},
    {"vocabularies/insider-roles.yaml", file_vocabularies_insider_roles_yaml, sizeof(file_vocabularies_insider_roles_yaml)},
    {"vocabularies/modus-operandi.yaml", file_vocabularies_modus_operandi_yaml, sizeof(file_vocabularies_modus_operandi_yaml)},
    {"vocabularies/outcomes.yaml", file_vocabularies_outcomes_yaml, sizeof(file_vocabularies_outcomes_yaml)},
    {"vocabularies/ports.csv", file_vocabularies_ports_csv, sizeof(file_vocabularies_ports_csv)},
    {"vocabularies/recommendations.yaml", file_vocabularies_recommendations_yaml, sizeof(file_vocabularies_recommendations_yaml)},
    {"vocabularies/regions.yaml", file_vocabularies_regions_yaml, sizeof(file_vocabularies_regions_yaml)},
    {"vocabularies/security-gaps.yaml", file_vocabularies_security_gaps_yaml, sizeof(file_vocabularies_security_gaps_yaml)},
    {"vocabularies/sources.yaml", file_vocabularies_sources_yaml, sizeof(file_vocabularies_sources_yaml)},
    {"vocabularies/stakeholders.yaml", file_vocabularies_stakeholders_yaml, sizeof(file_vocabularies_stakeholders_yaml)},
    {"vocabularies/transport-modes.yaml", file_vocabularies_transport_modes_yaml, sizeof(file_vocabularies_transport_modes_yaml)},
    {"vocabularies/treatments.yaml", file_vocabularies_treatments_yaml, sizeof(file_vocabularies_treatments_yaml)},
    {"vocabularies/withholding-reasons.yaml", file_vocabularies_withholding_reasons_yaml, sizeof(file_vocabularies_withholding_reasons_yaml)},
};

size_t fairlead_embedded_file_count(void) { return sizeof(files) / sizeof(files[0]); }

fairlead_embedded_file fairlead_embedded_file_at(size_t index) { return files[index]; }

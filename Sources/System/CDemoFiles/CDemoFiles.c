// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

// The demo's template and dossiers, so that an installed program can show them without the source tree.

#include "CDemoFiles.h"

static const unsigned char file_federation_json[] = {
#embed "../../../peers/demo/federation.json"
};

static const unsigned char file_dossiers_en_01_abandoned_dry_container_json[] = {
#embed "../../../peers/demo/dossiers/en-01-abandoned-dry-container.json"
};

static const unsigned char file_dossiers_en_02_reefer_rip_off_json[] = {
#embed "../../../peers/demo/dossiers/en-02-reefer-rip-off.json"
};

static const unsigned char file_dossiers_en_03_release_code_json[] = {
#embed "../../../peers/demo/dossiers/en-03-release-code.json"
};

static const unsigned char file_dossiers_en_04_sea_chest_json[] = {
#embed "../../../peers/demo/dossiers/en-04-sea-chest.json"
};

static const unsigned char file_dossiers_en_05_trojan_container_json[] = {
#embed "../../../peers/demo/dossiers/en-05-trojan-container.json"
};

static const unsigned char file_dossiers_en_06_ivory_misdeclared_json[] = {
#embed "../../../peers/demo/dossiers/en-06-ivory-misdeclared.json"
};

static const unsigned char file_dossiers_en_07_usb_intrusion_json[] = {
#embed "../../../peers/demo/dossiers/en-07-usb-intrusion.json"
};

static const unsigned char file_dossiers_en_08_weight_mismatch_negative_json[] = {
#embed "../../../peers/demo/dossiers/en-08-weight-mismatch-negative.json"
};

static const unsigned char file_dossiers_es_01_gancho_ciego_json[] = {
#embed "../../../peers/demo/dossiers/es-01-gancho-ciego.json"
};

static const unsigned char file_dossiers_es_02_transbordo_coaccion_json[] = {
#embed "../../../peers/demo/dossiers/es-02-transbordo-coaccion.json"
};

static const unsigned char file_dossiers_fr_01_conteneur_clone_json[] = {
#embed "../../../peers/demo/dossiers/fr-01-conteneur-clone.json"
};

static const unsigned char file_dossiers_fr_02_medicaments_contrefaits_json[] = {
#embed "../../../peers/demo/dossiers/fr-02-medicaments-contrefaits.json"
};

static const struct {
    const char *path;
    const unsigned char *bytes;
    size_t size;
} files[] = {
    {"federation.json", file_federation_json, sizeof file_federation_json},
    {"dossiers/en-01-abandoned-dry-container.json", file_dossiers_en_01_abandoned_dry_container_json, sizeof file_dossiers_en_01_abandoned_dry_container_json},
    {"dossiers/en-02-reefer-rip-off.json", file_dossiers_en_02_reefer_rip_off_json, sizeof file_dossiers_en_02_reefer_rip_off_json},
    {"dossiers/en-03-release-code.json", file_dossiers_en_03_release_code_json, sizeof file_dossiers_en_03_release_code_json},
    {"dossiers/en-04-sea-chest.json", file_dossiers_en_04_sea_chest_json, sizeof file_dossiers_en_04_sea_chest_json},
    {"dossiers/en-05-trojan-container.json", file_dossiers_en_05_trojan_container_json, sizeof file_dossiers_en_05_trojan_container_json},
    {"dossiers/en-06-ivory-misdeclared.json", file_dossiers_en_06_ivory_misdeclared_json, sizeof file_dossiers_en_06_ivory_misdeclared_json},
    {"dossiers/en-07-usb-intrusion.json", file_dossiers_en_07_usb_intrusion_json, sizeof file_dossiers_en_07_usb_intrusion_json},
    {"dossiers/en-08-weight-mismatch-negative.json", file_dossiers_en_08_weight_mismatch_negative_json, sizeof file_dossiers_en_08_weight_mismatch_negative_json},
    {"dossiers/es-01-gancho-ciego.json", file_dossiers_es_01_gancho_ciego_json, sizeof file_dossiers_es_01_gancho_ciego_json},
    {"dossiers/es-02-transbordo-coaccion.json", file_dossiers_es_02_transbordo_coaccion_json, sizeof file_dossiers_es_02_transbordo_coaccion_json},
    {"dossiers/fr-01-conteneur-clone.json", file_dossiers_fr_01_conteneur_clone_json, sizeof file_dossiers_fr_01_conteneur_clone_json},
    {"dossiers/fr-02-medicaments-contrefaits.json", file_dossiers_fr_02_medicaments_contrefaits_json, sizeof file_dossiers_fr_02_medicaments_contrefaits_json},
};

size_t fairlead_demo_file_count(void) { return sizeof files / sizeof files[0]; }
const char *fairlead_demo_file_path(size_t index) { return files[index].path; }
const unsigned char *fairlead_demo_file_bytes(size_t index) { return files[index].bytes; }
size_t fairlead_demo_file_size(size_t index) { return files[index].size; }

#pragma once

#include "troupe/core/constants.hpp"

/// Protocols of families of sockets.
namespace troupe {

extern const ValueSet ax25_protocols, bluetooth_protocols, caif_protocols, can_protocols, infrared_protocols, isdn_protocols, kcm_protocols,
    nfc_protocols, phonet_protocols, smc_protocols, ethernet_protocols, bridged_protocols;

}  // namespace troupe

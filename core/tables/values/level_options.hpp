#pragma once

#include "troupe/core/constants.hpp"

/// Options of levels that few programs use.
namespace troupe {

extern const ValueSet ipx_options, ax25_options, irda_options, llc_options, tipc_options, rxrpc_options, pppol2tp_options,
    bluetooth_options, pnpipe_options, rds_options, caif_options, alg_options, nfc_options, kcm_options, can_raw_options;

}  // namespace troupe

/* Requests of clocks, watchdogs and sources of chance. */
#define _GNU_SOURCE
#include <linux/ptp_clock.h>
#include <linux/random.h>
#include <linux/rtc.h>
#include <linux/watchdog.h>

#include "ioctls.h"

static void tell_clocks(void) {
    const unsigned long rate = 64;
    const struct rtc_time time = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    const struct rtc_wkalrm alarm = {1, 0, {1, 2, 3, 4, 5, 6, 7, 8, 9}};
    const struct rtc_pll_info loop = {1, 2, 3, 4, 5, 6, 7};
    TELL_ALONE(RTC_AIE_ON);
    TELL_ALONE(RTC_AIE_OFF);
    TELL_ALONE(RTC_UIE_ON);
    TELL_ALONE(RTC_PIE_OFF);
    TELL_ALONE(RTC_WIE_ON);
    const char* time_shown = either("{tm_sec=1, tm_min=2, tm_hour=3, tm_mday=4, tm_mon=5, tm_year=6, ...}",
                                    "{tm_sec=1, tm_min=2, tm_hour=3, tm_mday=4, tm_mon=5, tm_year=6, tm_wday=7, tm_yday=8, tm_isdst=9}");
    TELL_FILLED_AND_TAKEN(RTC_ALM_READ, RTC_ALM_SET, time, time_shown);
    TELL_FILLED_AND_TAKEN(RTC_RD_TIME, RTC_SET_TIME, time, time_shown);
    TELL_FILLED(RTC_IRQP_READ, rate, "[64]");
    TELL_NUMBER(RTC_IRQP_SET, 64, "64");
    TELL_FILLED(RTC_EPOCH_READ, rate, "[64]");
    TELL_NUMBER(RTC_EPOCH_SET, 1900, "1900");
    TELL_FILLED_AND_TAKEN(RTC_WKALM_RD, RTC_WKALM_SET, alarm,
                          either("{enabled=1, pending=0, time={tm_sec=1, tm_min=2, tm_hour=3, tm_mday=4, tm_mon=5, tm_year=6, ...}}",
                                 "{enabled=1, pending=0, time={tm_sec=1, tm_min=2, tm_hour=3, tm_mday=4, tm_mon=5, tm_year=6, tm_wday=7, "
                                 "tm_yday=8, tm_isdst=9}}"));
    TELL_FILLED_AND_TAKEN(RTC_PLL_GET, RTC_PLL_SET, loop,
                          "{pll_ctrl=1, pll_value=2, pll_max=3, pll_min=4, pll_posmult=5, pll_negmult=6, pll_clock=7}");
    const unsigned voltage = RTC_VL_DATA_INVALID | 0x100;
    TELL_FILLED(RTC_VL_READ, voltage, "[<0x101:RTC_VL_DATA_INVALID|0x100>]");
    TELL_ALONE(RTC_VL_CLR);
}

static void tell_watchdogs(void) {
    const int options = WDIOS_DISABLECARD, seconds = 60;
    TELL_UNDECODED(WDIOC_GETSUPPORT);
    TELL_FILLED(WDIOC_GETSTATUS, options, "[1]");
    TELL_FILLED(WDIOC_GETBOOTSTATUS, options, "[1]");
    TELL_FILLED(WDIOC_GETTEMP, seconds, "[60]");
    TELL_UNDECODED(WDIOC_SETOPTIONS);
    TELL_ALONE(WDIOC_KEEPALIVE);
    TELL_OBJECT(WDIOC_SETTIMEOUT, seconds, "[60]", "[60]");
    TELL_FILLED(WDIOC_GETTIMEOUT, seconds, "[60]");
    TELL_OBJECT(WDIOC_SETPRETIMEOUT, seconds, "[60]", "[60]");
    TELL_FILLED(WDIOC_GETPRETIMEOUT, seconds, "[60]");
    TELL_FILLED(WDIOC_GETTIMELEFT, seconds, "[60]");
}

static void tell_chance(void) {
    const int bits = 256;
    const struct {
        int bits, size;
        char bytes[4];
    } some = {32, 4, {'a', 0, 'b', (char)0xff}};
    TELL_FILLED_AND_TAKEN(RNDGETENTCNT, RNDADDTOENTCNT, bits, "[256]");
    TELL_WHOLE(RNDADDENTROPY, some, "{entropy_count=32, buf_size=4, buf=\"a\\0b\\377\"}",
               "{entropy_count=32, buf_size=4, buf=\"a\\0b\\377\"}");
    TELL_ALONE_AS(RNDZAPENTCNT, "FASTRPC_IOCTL_INIT_ATTACH or RNDZAPENTCNT");
    TELL_ALONE(RNDCLEARPOOL);
    TELL_ALONE(RNDRESEEDCRNG);
    TELL_NUMBER(RNDGETPOOL, 0, "0");
}

static void tell_precise_clocks(void) {
    const struct ptp_clock_caps abilities = {1, 2, 3, 4, 5, 6, 7, 8, {9}};
    const struct ptp_extts_request stamps = {1, PTP_ENABLE_FEATURE | PTP_RISING_EDGE, {0}};
    const struct ptp_perout_request pulses = {{{1, 2, 0}}, {3, 4, 0}, 5, 6, {{0}}};
    const struct ptp_sys_offset offsets = {.n_samples = 1, .ts = {{1, 2, 0}, {3, 4, 0}, {5, 6, 0}}};
    const struct ptp_pin_desc pin = {"pin", 1, PTP_PF_EXTTS, 3, {0}};
    const struct ptp_sys_offset_precise precise = {{1, 2, 0}, {3, 4, 0}, {5, 6, 0}, {0}};
    TELL_FILLED(PTP_CLOCK_GETCAPS, abilities,
                "{max_adj=1, n_alarm=2, n_ext_ts=3, n_per_out=4, pps=5, n_pins=6, cross_timestamping=7, adjust_phase=8, rsv=[0x9, 0, 0, 0, "
                "0, 0, 0, 0, 0, 0, 0, 0]}");
    TELL_TAKEN(PTP_EXTTS_REQUEST, stamps, "{index=1, flags=<0x3:PTP_ENABLE_FEATURE|PTP_RISING_EDGE>}");
    TELL_TAKEN(
        PTP_PEROUT_REQUEST, pulses,
        "{phase={sec=1, nsec=2}, period={sec=3, nsec=4}, index=5, flags=<0x6:PTP_PEROUT_DUTY_CYCLE|PTP_PEROUT_PHASE>, on={sec=0, nsec=0}}");
    TELL_NUMBER(PTP_ENABLE_PPS, 1, "0x1");
    TELL_OBJECT(PTP_SYS_OFFSET, offsets, "{n_samples=1}",
                "{n_samples=1, ts=[<={sec=1, nsec=2}:1970-01-01T00:00:01.000000002+0000>, <={sec=3, "
                "nsec=4}:1970-01-01T00:00:03.000000004+0000>, <={sec=5, nsec=6}:1970-01-01T00:00:05.000000006+0000>]}");
    TELL_OBJECT(PTP_SYS_OFFSET_PRECISE, precise, NULL,
                "{device=<={sec=1, nsec=2}:1970-01-01T00:00:01.000000002+0000>, sys_realtime=<={sec=3, "
                "nsec=4}:1970-01-01T00:00:03.000000004+0000>, sys_monoraw={sec=5, nsec=6}}");
    TELL_OBJECT(PTP_PIN_GETFUNC, pin, "{index=1}", "{index=1, name=\"pin\", func=<0x1:PTP_PF_EXTTS>, chan=3}");
    TELL_TAKEN(PTP_PIN_SETFUNC, pin, "{index=1, func=<0x1:PTP_PF_EXTTS>, chan=3}");
}

static void tell_calls(void) {
    tell_clocks();
    tell_watchdogs();
    tell_chance();
    tell_precise_clocks();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }

/*
 * The order path of the engine written straight down in C: what LowLatency.Trading does for a new order, its acknowledgement and its fill,
 * with the same records, the same checks and the same order of events, for one strategy, one account and one venue, field by field as anybody would
 * write it. It is the yardstick of the rows order-inline and order-inline-rejects, which compile it with -O2 and run it in the same rounds.
 *
 * A venue takes each order at once and fills the oldest of its orders whole as soon as more than `live` of them rest. With `reject_every` n
 * every n-th order is of twice the largest quantity: the engine refuses it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef __int128 money;

enum { KIND_NEW = 1, KIND_REPORT = 4 };
enum { EXEC_NEW = 0x30, EXEC_REJECTED = 0x38, EXEC_TRADE = 0x46 };
enum { STATUS_PENDING_NEW = 1, STATUS_NEW = 2, STATUS_PARTIAL = 3, STATUS_FILLED = 6, STATUS_REJECTED = 9 };

typedef struct {
    uint8_t kind, side, type, tif, inst, flags; uint16_t account;
    int32_t instrument; uint16_t strategy, venue;
    int64_t time, price, quantity; uint64_t cl_ord_id, target; uint32_t sequence_low, checksum;
    int64_t sequence; uint64_t failed; int64_t reject_value, reject_limit; uint64_t handle; int64_t reference; uint64_t venue_order_id; int32_t listing, pad;
} event;

typedef struct {
    int64_t sequence, time, transact_time; uint64_t cl_ord_id, orig_cl_ord_id, handle, venue_number;
    uint8_t exec_type, status, reason, side, type, tif, inst, liquidity;
    int64_t price, quantity, last_px, last_qty, cum, leaves; money cum_notional, fee;
    uint64_t failed; int64_t reject_value, reject_limit; int32_t instrument; uint16_t strategy, venue, account; uint8_t pad[14];
} report;

typedef struct {
    money cum_notional; uint64_t cl_ord_id; int64_t price, quantity, cum; int32_t instrument; uint16_t strategy, venue;
    uint8_t side, type, tif, inst; uint16_t account; uint8_t status, flags;
    int64_t reserved; uint64_t venue_order_id; int32_t listing; uint32_t generation; int32_t next, replace_next;
    uint64_t replace_id, cancel_id; int64_t replace_price, replace_quantity;
} order;

typedef struct {
    int64_t max_quantity, max_position, position, working_buy, working_sell, collar_low, collar_high; uint32_t bps, killed;
    money max_notional, cost, realized, fees;
} position;

typedef struct { uint64_t tick_inverse, tick_most, lot_inverse, lot_most; int32_t tick_shift, lot_shift; int64_t min_price, max_price, min_quantity, max_quantity; int32_t maker, taker; uint16_t venue; } listing;

typedef struct { uint8_t *slots; int64_t capacity; char a[112]; volatile int64_t published; int64_t seen_consumed; char b[112]; volatile int64_t consumed; int64_t seen_published; char c[112]; } ring;

typedef struct {
    ring operators, refusals, gateway, venue, market, inbox, reports;
    event *resting; uint64_t resting_head, resting_tail, live, venue_number;
    order *orders; int32_t *buckets; int32_t free, high_water, count, capacity, mask; int shift;
    position *positions; listing *listings; int32_t *numbers; int64_t *prices; uint32_t *killed; uint64_t *highest;
    int64_t sequence, time, acks, fills, rejects, alarms; int room; uint64_t last_id; int64_t now;
} engine;

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define GOLDEN 0x9E3779B97F4A7C15ull

static void *take(size_t bytes) { void *p = aligned_alloc(64, (bytes + 63) & ~(size_t)63); memset(p, 0, bytes); return p; }
static void make(ring *r, int64_t capacity, size_t size) { memset(r, 0, sizeof *r); r->slots = take(capacity * size); r->capacity = capacity; }

#define EVENT(r, n) ((event *)(r)->slots + ((n) & ((r)->capacity - 1)))
#define REPORT(r, n) ((report *)(r)->slots + ((n) & ((r)->capacity - 1)))

static inline int64_t available(ring *r) {
    int64_t n = r->seen_published - r->consumed;
    if (n == 0) { r->seen_published = r->published; n = r->seen_published - r->consumed; }
    return n;
}
static inline int has_free(ring *r, int64_t n) {
    if (LIKELY(r->seen_consumed + r->capacity - r->published >= n)) return 1;
    r->seen_consumed = r->consumed;
    return r->seen_consumed + r->capacity - r->published >= n;
}
static inline void publish(ring *r, int64_t n) { __atomic_store_n(&r->published, r->published + n, __ATOMIC_RELEASE); }
static inline void release(ring *r, int64_t n) { __atomic_store_n(&r->consumed, r->consumed + n, __ATOMIC_RELEASE); }

static inline int divides(int64_t value, uint64_t inverse, uint64_t most, int shift) {
    uint64_t x = (uint64_t)value * inverse;
    return ((x >> shift) | (x << (-shift & 63))) <= most;
}
static inline int32_t *bucket(engine *g, uint64_t id) { return &g->buckets[((((id >> 6) * GOLDEN) >> g->shift) ^ (id & 63)) & g->mask]; }

static inline void write_report(event *e, uint64_t handle, int exec, int liquidity, uint64_t number, int64_t price, int64_t quantity, int64_t time) {
    *(uint64_t *)e = KIND_REPORT | (uint64_t)exec << 8 | (uint64_t)liquidity << 16;
    *(int64_t *)&e->instrument = time;
    e->time = time; e->price = price; e->quantity = quantity; e->cl_ord_id = number; e->target = handle;
}

static inline int submit(engine *g, const event *e) {
    if (UNLIKELY(!has_free(&g->gateway, 2))) return 0;
    int64_t at = g->gateway.published; int n = 1;
    write_report(EVENT(&g->gateway, at), e->handle, EXEC_NEW, 0, ++g->venue_number, 0, 0, e->time);
    event *rest = &g->resting[g->resting_tail++ & (2 * 65536 - 1)];
    rest->handle = e->handle; rest->price = e->price; rest->quantity = e->quantity;
    if (g->resting_tail - g->resting_head > g->live) {
        event *oldest = &g->resting[g->resting_head++ & (2 * 65536 - 1)];
        write_report(EVENT(&g->gateway, at + 1), oldest->handle, EXEC_TRADE, 2, g->venue_number, oldest->price, oldest->quantity, e->time);
        n = 2;
    }
    publish(&g->gateway, n);
    return 1;
}

/* A report with what not every report says set to zero: field by field, since -O2 would make a slow `rep stos` of a memset. */
static inline report *claim(engine *g, const event *e, int64_t transact_time) {
    report *r = REPORT(&g->reports, g->reports.published);
    r->sequence = e->sequence; r->time = e->time; r->transact_time = transact_time;
    r->orig_cl_ord_id = 0; r->last_px = 0; r->last_qty = 0; r->fee = 0; r->failed = 0; r->reject_value = 0; r->reject_limit = 0;
    *(uint64_t *)&r->account = 0; *(uint64_t *)(r->pad + 6) = 0;
    return r;
}

static void __attribute__((noinline)) refuse(engine *g, event *e, uint64_t failed) {
    e->failed = failed; e->handle = 0;
    int first = __builtin_ctzll(failed);
    e->reject_value = first == 21 ? e->quantity : first == 24 ? e->price : 0;
    e->reject_limit = first == 21 ? g->positions[1].max_quantity : first == 24 ? g->positions[1].collar_high : 0;
    report *r = claim(g, e, e->time);
    r->instrument = e->instrument; r->strategy = e->strategy; r->venue = e->venue; r->account = e->account;
    r->exec_type = EXEC_REJECTED; r->status = STATUS_REJECTED; r->reason = (uint8_t)first; r->liquidity = 0; r->handle = 0; r->venue_number = 0; r->cum = 0; r->leaves = 0; r->cum_notional = 0; r->cl_ord_id = e->cl_ord_id;
    r->failed = failed; r->reject_value = e->reject_value; r->reject_limit = e->reject_limit;
    r->side = e->side; r->type = e->type; r->tif = e->tif; r->inst = e->inst; r->price = e->price; r->quantity = e->quantity;
    publish(&g->reports, 1);
    g->rejects++;
}

static void new_order(engine *g, event *e) {
    uint64_t failed = 0;
    int number = (uint32_t)e->instrument < 2 && e->venue < 2 ? g->numbers[e->instrument * 2 + e->venue] : 0;
    listing *l = &g->listings[number];
    e->listing = number;
    if (UNLIKELY((uint32_t)e->instrument - 1 >= 1)) failed |= 1u << 1;
    if (UNLIKELY(number == 0)) failed |= 1u << 2; else e->venue = l->venue;
    if (UNLIKELY((uint32_t)e->account - 1 >= 1)) failed |= 1u << 3;
    if (UNLIKELY((uint32_t)e->side - 1 > 1)) failed |= 1u << 4;
    if (UNLIKELY((uint32_t)e->type - 1 > 1)) failed |= 1u << 5;
    if (UNLIKELY(e->tif > 4 || !(0x1B >> e->tif & 1))) failed |= 1u << 6;
    int market = e->type == 1;
    if (UNLIKELY(e->inst != 0 && (e->inst > 1 || market || e->tif >= 3))) failed |= 1u << 7;
    if (market) { if (e->price) failed |= 1u << 8; }
    else if (UNLIKELY(e->price <= 0)) failed |= 1u << 8;
    else {
        if (UNLIKELY(!divides(e->price, l->tick_inverse, l->tick_most, l->tick_shift))) failed |= 1u << 9;
        if (UNLIKELY(e->price < l->min_price || e->price > l->max_price)) failed |= 1u << 10;
    }
    if (UNLIKELY(e->quantity <= 0)) failed |= 1u << 11;
    else {
        if (UNLIKELY(!divides(e->quantity, l->lot_inverse, l->lot_most, l->lot_shift))) failed |= 1u << 12;
        if (UNLIKELY(e->quantity < l->min_quantity || e->quantity > l->max_quantity)) failed |= 1u << 13;
    }
    int index = e->account < 2 && (uint32_t)e->instrument < 2 && e->account && e->instrument ? e->account * 2 + e->instrument : 0;
    position *p = &g->positions[index];
    int buy = e->side == 1;
    int64_t *best = &g->prices[((uint32_t)e->instrument < 2 ? e->instrument : 0) * 2];
    int64_t opposite = best[buy], price = e->price;
    e->reference = opposite;
    uint64_t *highest = &g->highest[e->strategy];
    if (UNLIKELY(e->cl_ord_id <= *highest)) failed |= 1u << 14;
    if (UNLIKELY(p->killed | g->killed[e->strategy * 2 + ((uint32_t)e->instrument < 2 ? e->instrument : 0)])) failed |= 1u << 20;
    if (market) { price = opposite; if (!opposite) failed |= 1u << 23; }
    else {
        if (UNLIKELY(!(best[0] | best[1]))) failed |= 1u << 23;
        if (UNLIKELY(price < p->collar_low || price > p->collar_high)) failed |= 1u << 24;
    }
    if (UNLIKELY(e->quantity > p->max_quantity)) failed |= 1u << 21;
    if (UNLIKELY((money)price * e->quantity > p->max_notional)) failed |= 1u << 22;
    int64_t worst = buy ? p->position + p->working_buy : p->working_sell - p->position;
    if (UNLIKELY(e->quantity > p->max_position - worst)) failed |= 1u << 25;
    if (UNLIKELY(g->count == g->capacity)) failed |= 1u << 26;
    if (e->cl_ord_id > *highest) *highest = e->cl_ord_id;
    if (UNLIKELY(failed)) { refuse(g, e, failed); return; }
    int slot = g->free;
    order *o = &g->orders[slot];
    if (LIKELY(slot >= 0)) g->free = o->next; else { slot = g->high_water++; o = &g->orders[slot]; o->generation = 1; }
    g->count++;
    int32_t *head = bucket(g, e->cl_ord_id);
    o->next = *head; *head = slot;
    o->cum_notional = 0; o->cl_ord_id = e->cl_ord_id; o->price = e->price; o->quantity = e->quantity; o->cum = 0;
    o->instrument = e->instrument; o->strategy = e->strategy; o->venue = e->venue;
    o->side = e->side; o->type = e->type; o->tif = e->tif; o->inst = e->inst; o->account = e->account; o->status = STATUS_PENDING_NEW; o->flags = 0;
    o->reserved = e->quantity; o->venue_order_id = 0; o->listing = number;
    *(buy ? &p->working_buy : &p->working_sell) += e->quantity;
    e->handle = (uint64_t)o->generation << 32 | (uint32_t)slot;
    if (UNLIKELY(!submit(g, e))) g->alarms++;
}

static void venue_report(engine *g, event *e) {
    uint32_t slot = (uint32_t)e->target;
    order *o = &g->orders[slot];
    if (UNLIKELY(slot >= (uint32_t)g->capacity || o->generation != e->target >> 32)) { g->alarms++; return; }
    position *p = &g->positions[o->account * 2 + o->instrument];
    money fee = 0; int exec = e->side;
    if (exec == EXEC_NEW) {
        if (UNLIKELY(o->status != STATUS_PENDING_NEW || o->flags & 1)) { g->alarms++; return; }
        o->status = STATUS_NEW; o->flags |= 1; o->venue_order_id = e->cl_ord_id;
    } else {
        int64_t quantity = e->quantity, price = e->price;
        if (UNLIKELY(quantity <= 0 || price <= 0 || quantity > INT64_C(1) << 60)) { g->alarms++; return; }
        money notional = (money)price * quantity;
        int rate = e->type == 1 ? g->listings[o->listing].maker : g->listings[o->listing].taker;
        if (UNLIKELY(rate)) { money x = notional * rate; fee = x / 100000000 + (x % 100000000 > 0); }
        int64_t sign = o->side == 1 ? 1 : -1, held = p->position, after = held + sign * quantity;
        if (UNLIKELY(after > INT64_C(1) << 62 || after < -(INT64_C(1) << 62) || notional > (money)1 << 110)) { g->alarms++; return; }
        money paid = sign < 0 ? -notional : notional;
        p->fees += fee; p->position = after;
        if ((held ^ sign) >= 0 || held == 0) p->cost += paid;
        else if (after == 0) { p->realized -= paid + p->cost; p->cost = 0; }
        else {
            int64_t size = held < 0 ? -held : held, closed = size < quantity ? size : quantity;
            money closing = closed == quantity ? paid : (held > 0 ? -1 : 1) * (money)price * closed;
            money cost = closed == size ? p->cost : p->cost * closed / size;
            p->realized -= closing + cost; p->cost += paid - closing - cost;
        }
        int64_t open = o->quantity - o->cum;
        if (UNLIKELY(quantity > open || o->status >= STATUS_FILLED)) g->alarms++;
        o->cum += quantity; o->cum_notional += notional; o->flags |= 1;
        o->status = quantity >= open ? STATUS_FILLED : STATUS_PARTIAL;
        open = o->status >= STATUS_FILLED || o->quantity < o->cum ? 0 : o->quantity - o->cum;
        *(o->side == 1 ? &p->working_buy : &p->working_sell) += open - o->reserved;
        o->reserved = open;
    }
    report *r = claim(g, e, *(int64_t *)&e->instrument);
    r->instrument = o->instrument; r->strategy = o->strategy; r->venue = o->venue; r->account = o->account;
    r->exec_type = (uint8_t)exec; r->status = o->status; r->reason = 0; r->side = o->side; r->type = o->type; r->tif = o->tif; r->inst = o->inst;
    r->price = o->price; r->quantity = o->quantity; r->cum = o->cum; r->cum_notional = o->cum_notional;
    r->leaves = o->status >= STATUS_FILLED || o->quantity < o->cum ? 0 : o->quantity - o->cum;
    r->handle = e->target; r->venue_number = e->cl_ord_id; r->cl_ord_id = o->cl_ord_id;
    if (exec == EXEC_TRADE) { r->last_px = e->price; r->last_qty = e->quantity; r->fee = fee; r->liquidity = e->type; g->fills++; } else { r->liquidity = 0; g->acks++; }
    publish(&g->reports, 1);
    if (o->status >= STATUS_FILLED && !(o->flags & 6)) {
        int32_t *at = bucket(g, o->cl_ord_id);
        while (UNLIKELY(*at != (int32_t)slot)) at = &g->orders[*at].next;
        *at = o->next;
        o->generation = o->generation + 1 ? o->generation + 1 : 1;
        o->next = g->free; g->free = (int32_t)slot; g->count--;
    }
}

static inline void sequence(engine *g, event *e) {
    int64_t time = e->time > g->time ? e->time : g->time;
    e->sequence = ++g->sequence; e->time = time; g->time = time; g->room--;
}
static inline int has_room(engine *g) {
    if (UNLIKELY(g->room == 0)) { g->reports.seen_consumed = g->reports.consumed; g->room = (int)(g->reports.seen_consumed + g->reports.capacity - g->reports.published); }
    return g->room > 0;
}
static inline void apply(engine *g, event *e) { sequence(g, e); if (e->kind == KIND_NEW) new_order(g, e); else if (e->kind == KIND_REPORT) venue_report(g, e); else g->alarms++; }

static void poll(engine *g, ring *r, int64_t batch) {
    int64_t n = available(r), taken = 0;
    if (n > batch) n = batch;
    while (taken < n) {
        if (UNLIKELY(available(&g->operators) != 0) || UNLIKELY(!has_room(g))) break;
        apply(g, EVENT(r, r->consumed + taken));
        taken++;
    }
    if (taken) release(r, taken);
}

static void __attribute__((noinline)) turn(engine *g) {
    if (UNLIKELY(available(&g->operators))) poll(g, &g->operators, 1);
    if (UNLIKELY(available(&g->refusals))) poll(g, &g->refusals, 64);
    if (available(&g->gateway)) poll(g, &g->gateway, 64);
    if (UNLIKELY(available(&g->venue))) poll(g, &g->venue, 64);
    if (UNLIKELY(available(&g->market))) poll(g, &g->market, 64);
    if (available(&g->inbox)) poll(g, &g->inbox, 32);
    if (UNLIKELY(available(&g->refusals))) poll(g, &g->refusals, 64);
    if (available(&g->gateway)) poll(g, &g->gateway, 64);
}

static void divisor(int64_t d, uint64_t *inverse, uint64_t *most, int32_t *shift) {
    *shift = __builtin_ctzll(d); uint64_t odd = (uint64_t)d >> *shift, x = odd;
    for (int bits = 3; bits < 64; bits *= 2) x *= 2 - odd * x;
    *inverse = x; *most = UINT64_MAX / (uint64_t)d;
}

#define ONE 100000000

engine *order_path_open(int64_t live) {
    engine *g = take(sizeof *g);
    make(&g->operators, 256, sizeof(event)); make(&g->refusals, 1024, sizeof(event)); make(&g->gateway, 64, sizeof(event)); make(&g->venue, 1024, sizeof(event));
    make(&g->market, 1024, sizeof(event)); make(&g->inbox, 64, sizeof(event)); make(&g->reports, 64, sizeof(report));
    g->live = live; g->resting = take(sizeof(event) * 2 * 65536);
    g->capacity = 2 * 65536; g->orders = take(sizeof(order) * g->capacity);
    g->mask = 2 * g->capacity - 1; g->shift = 64 - 18; g->buckets = take(sizeof(int32_t) * (g->mask + 1)); memset(g->buckets, 0xFF, sizeof(int32_t) * (g->mask + 1));
    g->free = -1; g->now = INT64_C(1700000000000000000);
    g->positions = take(sizeof(position) * 4); g->listings = take(sizeof(listing) * 2); g->numbers = take(64); g->prices = take(64); g->killed = take(64); g->highest = take(64);
    position *p = &g->positions[3];
    p->max_quantity = INT64_C(10000) * ONE; p->max_position = INT64_C(100000000) * ONE; p->max_notional = (money)10000000 * ONE * ONE;
    p->collar_low = INT64_C(9499) * ONE / 100; p->collar_high = INT64_C(10501) * ONE / 100;
    listing *l = &g->listings[1];
    divisor(ONE / 100, &l->tick_inverse, &l->tick_most, &l->tick_shift); divisor(ONE, &l->lot_inverse, &l->lot_most, &l->lot_shift);
    l->min_price = ONE / 100; l->max_price = INT64_C(1000000000) * ONE; l->min_quantity = ONE; l->max_quantity = INT64_C(1000000000) * ONE; l->venue = 1;
    g->numbers[2] = g->numbers[3] = 1; g->prices[2] = INT64_C(9999) * ONE / 100; g->prices[3] = INT64_C(10001) * ONE / 100;
    return g;
}

/* Runs orders, buying and selling in turn, refused ones apart, and returns how many fills and rejects the strategy read; -1 if anything was not as it must be. */
int64_t order_path_run(engine *g, int64_t orders, int64_t reject_every) {
    int64_t answers = 0, to_reject = reject_every; uint64_t side = 1;
    for (int64_t i = 0; i < orders; i++) {
        g->now += 1000;
        if (!has_free(&g->inbox, 1)) return -1;
        event *e = EVENT(&g->inbox, g->inbox.published);
        int refused = --to_reject == 0;
        if (refused) to_reject = reject_every;
        *(uint64_t *)e = KIND_NEW | side << 8 | 2ull << 16 | 1ull << 24 | 1ull << 48;
        *(uint64_t *)&e->instrument = 1 | 1ull << 32;
        e->time = g->now; e->price = INT64_C(100) * ONE; e->quantity = (refused ? INT64_C(20000) : 100) * ONE; e->cl_ord_id = ++g->last_id; e->target = 0;
        publish(&g->inbox, 1);
        if (!refused) side = 3 - side;
        turn(g);
        while (available(&g->reports)) {
            const report *r = REPORT(&g->reports, g->reports.consumed);
            answers += r->exec_type == EXEC_TRADE || r->exec_type == EXEC_REJECTED;
            release(&g->reports, 1);
        }
    }
    return g->alarms ? -1 : answers;
}

void order_path_close(engine *g) {
    ring *rings[] = { &g->operators, &g->refusals, &g->gateway, &g->venue, &g->market, &g->inbox, &g->reports };
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++) free(rings[i]->slots);
    free(g->resting); free(g->orders); free(g->buckets); free(g->positions); free(g->listings); free(g->numbers); free(g->prices); free(g->killed); free(g->highest);
    free(g);
}

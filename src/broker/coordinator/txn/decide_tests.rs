//! Every state and every request, as tables: what Kafka's coordinator answers, cell for cell.

use super::*;

const NOW: i64 = 50_000;
const CURRENT: Producer = Producer { id: 7, epoch: 3 };

fn txn(state: State) -> Txn {
    let open = state != State::Empty;
    Txn {
        producer_id: 7,
        previous_producer_id: 7,
        next_producer_id: NO_PRODUCER_ID,
        epoch: 3,
        last_epoch: 2,
        timeout_ms: 60_000,
        state,
        partitions: if open { [("a".into(), 0)].into() } else { Default::default() },
        start_ms: if open { 1_000 } else { -1 },
        updated_ms: 2_000,
        client_version: 2,
    }
}

fn short(producer: Producer) -> String {
    format!("{}/{}", producer.id, producer.epoch)
}

/// The next state in a few words: `Ongoing 7/3`.
fn next(txn: &Txn) -> String {
    format!("{} {}", txn.state.name(), short(txn.producer()))
}

fn refused(refused: Refused) -> String {
    match refused {
        Refused::Code(code) => code.name().to_owned(),
        Refused::NeedsProducerId => "needs an id".to_owned(),
    }
}

fn begun(result: Result<Begun, Refused>) -> String {
    match result {
        Ok(Begun::Ready(txn)) => next(&txn),
        Ok(Begun::Fenced(txn)) => format!("fenced, {}", next(&txn)),
        Err(why) => refused(why),
    }
}

fn ended(result: Result<Ended, Refused>) -> String {
    match result {
        Ok(Ended::Before(producer)) => format!("ok {}", short(producer)),
        Ok(Ended::Prepared(txn)) => next(&txn),
        Err(why) => refused(why),
    }
}

fn added(result: Result<Option<Txn>, ErrorCode>) -> String {
    match result {
        Ok(Some(txn)) => format!("{} of {}", next(&txn), txn.partitions.len()),
        Ok(None) => "ok".to_owned(),
        Err(code) => code.name().to_owned(),
    }
}

/// One line a state.
fn table(cell: impl Fn(&Txn) -> String) -> String {
    State::ALL.into_iter().map(|state| format!("{}: {}\n", state.name(), cell(&txn(state)))).collect()
}

fn init_as(txn: &Txn, expected: Option<Producer>) -> String {
    begun(init(Some(txn), &Init { timeout_ms: 9, expected }, Some(99), 2, NOW))
}

#[test]
fn a_new_producer_bumps_the_epoch_fences_an_open_transaction_and_waits_for_a_prepared_one() {
    assert_eq!(
        table(|txn| init_as(txn, None)),
        "Empty: Empty 7/4\n\
         Ongoing: fenced, PrepareAbort 7/4\n\
         PrepareCommit: CONCURRENT_TRANSACTIONS\n\
         PrepareAbort: CONCURRENT_TRANSACTIONS\n\
         CompleteCommit: Empty 7/4\n\
         CompleteAbort: Empty 7/4\n"
    );
}

#[test]
fn a_producer_that_names_itself_goes_on_retries_and_is_fenced_by_a_newer_one() {
    let idle = ["Empty", "CompleteCommit", "CompleteAbort"];
    for (expected, answer) in [
        (CURRENT, "Empty 7/4"),
        // The answer to a request before got lost: no second bump.
        (Producer { id: 7, epoch: 2 }, "Empty 7/3"),
        (Producer { id: 7, epoch: 1 }, "PRODUCER_FENCED"),
        (Producer { id: 7, epoch: 4 }, "PRODUCER_FENCED"),
        (Producer { id: 6, epoch: 3 }, "PRODUCER_FENCED"),
    ] {
        let lines = table(|txn| init_as(txn, Some(expected)));
        for line in lines.lines().filter(|l| idle.iter().any(|i| l.starts_with(&format!("{i}:")))) {
            assert!(line.ends_with(&format!(": {answer}")), "{expected:?}: {line}");
        }
    }
    assert_eq!(init_as(&txn(State::Ongoing), Some(CURRENT)), "fenced, PrepareAbort 7/4");
}

#[test]
fn an_id_that_nobody_knows_begins_at_epoch_zero() {
    for expected in [None, Some(CURRENT)] {
        let ask = Init { timeout_ms: 9, expected };
        assert_eq!(begun(init(None, &ask, None, 2, NOW)), "needs an id");
        let Ok(Begun::Ready(txn)) = init(None, &ask, Some(99), 2, NOW) else { panic!("a new id begins") };
        assert_eq!((next(&txn), txn.timeout_ms, txn.start_ms, txn.updated_ms), ("Empty 99/0".to_owned(), 9, -1, NOW));
    }
}

#[test]
fn when_the_epochs_are_used_up_a_new_id_is_given() {
    let last = i16::MAX - 1;
    for state in [State::Empty, State::CompleteCommit, State::CompleteAbort] {
        let exhausted = Txn { epoch: last, ..txn(state) };
        let init = |expected, fresh| init(Some(&exhausted), &Init { timeout_ms: 9, expected }, fresh, 2, NOW);
        assert_eq!(begun(init(None, None)), "needs an id");
        assert_eq!(begun(init(None, Some(99))), "Empty 99/0");
        let Ok(Begun::Ready(renamed)) = init(Some(Producer { id: 7, epoch: last }), Some(99)) else {
            panic!("the producer goes on")
        };
        assert_eq!((next(&renamed), renamed.previous_producer_id, renamed.last_epoch), ("Empty 99/0".into(), 7, last));
        // The answer got lost: the old name is still good for asking again, and brings the same new one.
        assert_eq!(init_as(&renamed, Some(Producer { id: 7, epoch: last })), "Empty 99/0");
        assert_eq!(init_as(&renamed, Some(Producer { id: 7, epoch: 5 })), "PRODUCER_FENCED");
    }
    // At an end of the second protocol the id changes with completion; the marker has the last epoch of all.
    let open = Txn { epoch: last, ..txn(State::Ongoing) };
    let asker = Producer { id: 7, epoch: last };
    assert_eq!(ended(end(Some(&open), asker, true, 2, None, NOW)), "needs an id");
    let Ok(Ended::Prepared(prepared)) = end(Some(&open), asker, true, 2, Some(99), NOW) else { panic!("it ends") };
    assert_eq!(
        (next(&prepared).as_str(), afterwards(&prepared)),
        ("PrepareCommit 7/32767", Producer { id: 99, epoch: 0 })
    );
    let done = complete(&prepared, NOW);
    assert_eq!((next(&done), done.previous_producer_id), ("CompleteCommit 99/0".into(), 7));
    assert_eq!(ended(end(Some(&done), asker, true, 2, None, NOW)), "ok 99/0");
    assert_eq!(ended(end(Some(&done), asker, false, 2, None, NOW)), "INVALID_TXN_STATE");
}

#[test]
fn partitions_join_unless_the_end_is_decided() {
    let more = [("a".into(), 0), ("b".into(), 1)];
    assert_eq!(
        table(|txn| added(add_partitions(Some(txn), CURRENT, &more, 2, NOW))),
        "Empty: Ongoing 7/3 of 2\n\
         Ongoing: Ongoing 7/3 of 2\n\
         PrepareCommit: CONCURRENT_TRANSACTIONS\n\
         PrepareAbort: CONCURRENT_TRANSACTIONS\n\
         CompleteCommit: Ongoing 7/3 of 2\n\
         CompleteAbort: Ongoing 7/3 of 2\n"
    );
    assert_eq!(added(add_partitions(Some(&txn(State::Ongoing)), CURRENT, &more[..1], 2, NOW)), "ok");
    let begun = add_partitions(Some(&txn(State::Empty)), CURRENT, &more, 2, NOW).unwrap().unwrap();
    assert_eq!((begun.start_ms, begun.updated_ms, begun.deadline_ms()), (NOW, NOW, Some(NOW + 60_000)));
    let went_on = add_partitions(Some(&txn(State::Ongoing)), CURRENT, &more, 2, NOW).unwrap().unwrap();
    assert_eq!(went_on.start_ms, 1_000, "its time runs from its beginning");
}

#[test]
fn only_the_current_producer_adds_and_is_verified() {
    let place = [("b".into(), 1)];
    for (known, asker, code) in [
        (None, CURRENT, ErrorCode::INVALID_PRODUCER_ID_MAPPING),
        (Some(txn(State::Ongoing)), Producer { id: 8, epoch: 3 }, ErrorCode::INVALID_PRODUCER_ID_MAPPING),
        (Some(txn(State::Ongoing)), Producer { id: 7, epoch: 2 }, ErrorCode::PRODUCER_FENCED),
        (Some(txn(State::Ongoing)), Producer { id: 7, epoch: 4 }, ErrorCode::PRODUCER_FENCED),
        (Some(txn(State::PrepareAbort)), CURRENT, ErrorCode::CONCURRENT_TRANSACTIONS),
    ] {
        assert_eq!(add_partitions(known.as_ref(), asker, &place, 2, NOW), Err(code));
        assert_eq!(verify(known.as_ref(), asker), Err(code));
    }
    assert!(verify(Some(&txn(State::Ongoing)), CURRENT).is_ok());
}

fn end_table(asker: Producer, commit: bool, version: i16) -> String {
    table(|txn| ended(end(Some(txn), asker, commit, version, None, NOW)))
}

#[test]
fn the_first_protocol_ends_with_the_same_epoch_and_forgives_a_second_end() {
    assert_eq!(
        end_table(CURRENT, true, 0),
        "Empty: INVALID_TXN_STATE\n\
         Ongoing: PrepareCommit 7/3\n\
         PrepareCommit: CONCURRENT_TRANSACTIONS\n\
         PrepareAbort: INVALID_TXN_STATE\n\
         CompleteCommit: ok 7/3\n\
         CompleteAbort: INVALID_TXN_STATE\n"
    );
    assert_eq!(
        end_table(CURRENT, false, 0),
        "Empty: INVALID_TXN_STATE\n\
         Ongoing: PrepareAbort 7/3\n\
         PrepareCommit: INVALID_TXN_STATE\n\
         PrepareAbort: CONCURRENT_TRANSACTIONS\n\
         CompleteCommit: INVALID_TXN_STATE\n\
         CompleteAbort: ok 7/3\n"
    );
    for epoch in [2, 4] {
        let fenced = end_table(Producer { id: 7, epoch }, true, 0);
        assert!(fenced.lines().all(|l| l.ends_with(": PRODUCER_FENCED")), "{fenced}");
    }
}

#[test]
fn the_second_protocol_bumps_the_epoch_at_every_end_and_knows_a_retry_by_the_epoch_before() {
    assert_eq!(
        end_table(CURRENT, true, 2),
        "Empty: INVALID_TXN_STATE\n\
         Ongoing: PrepareCommit 7/4\n\
         PrepareCommit: PRODUCER_FENCED\n\
         PrepareAbort: PRODUCER_FENCED\n\
         CompleteCommit: INVALID_TXN_STATE\n\
         CompleteAbort: INVALID_TXN_STATE\n"
    );
    assert_eq!(
        end_table(CURRENT, false, 2),
        "Empty: PrepareAbort 7/4\n\
         Ongoing: PrepareAbort 7/4\n\
         PrepareCommit: PRODUCER_FENCED\n\
         PrepareAbort: PRODUCER_FENCED\n\
         CompleteCommit: PrepareAbort 7/4\n\
         CompleteAbort: PrepareAbort 7/4\n"
    );
    let before = Producer { id: 7, epoch: 2 };
    assert_eq!(
        end_table(before, true, 2),
        "Empty: PRODUCER_FENCED\n\
         Ongoing: PRODUCER_FENCED\n\
         PrepareCommit: CONCURRENT_TRANSACTIONS\n\
         PrepareAbort: INVALID_TXN_STATE\n\
         CompleteCommit: ok 7/3\n\
         CompleteAbort: INVALID_TXN_STATE\n"
    );
    assert_eq!(
        end_table(before, false, 2),
        "Empty: PRODUCER_FENCED\n\
         Ongoing: PRODUCER_FENCED\n\
         PrepareCommit: INVALID_TXN_STATE\n\
         PrepareAbort: CONCURRENT_TRANSACTIONS\n\
         CompleteCommit: INVALID_TXN_STATE\n\
         CompleteAbort: ok 7/3\n"
    );
}

#[test]
fn only_the_producer_itself_ends_its_transaction() {
    for version in [0, 2] {
        assert_eq!(ended(end(None, CURRENT, true, version, None, NOW)), "INVALID_PRODUCER_ID_MAPPING");
        let stranger = end_table(Producer { id: 8, epoch: 3 }, true, version);
        assert!(stranger.lines().all(|l| l.ends_with(": INVALID_PRODUCER_ID_MAPPING")), "{stranger}");
    }
}

#[test]
fn a_transaction_that_ran_out_of_time_is_aborted_under_a_higher_epoch() {
    let open = txn(State::Ongoing);
    let second = fence(&open, None, 2, NOW).unwrap();
    assert_eq!((next(&second).as_str(), second.last_epoch, second.client_version), ("PrepareAbort 7/4", 3, 2));
    let first = fence(&open, None, 0, NOW).unwrap();
    assert_eq!((next(&first).as_str(), first.last_epoch, first.client_version), ("PrepareAbort 7/4", NO_EPOCH, 0));
    let exhausted = Txn { epoch: i16::MAX - 1, ..txn(State::Ongoing) };
    assert_eq!(fence(&exhausted, None, 2, NOW), Err(Refused::NeedsProducerId));
    assert_eq!(next(&fence(&exhausted, None, 0, NOW).unwrap()), "PrepareAbort 7/32767");
}

#[test]
fn completion_forgets_the_partitions_and_keeps_the_producer() {
    for (prepared, done) in [(State::PrepareCommit, "CompleteCommit 7/3"), (State::PrepareAbort, "CompleteAbort 7/3")] {
        let completed = complete(&txn(prepared), NOW);
        assert_eq!((next(&completed).as_str(), completed.partitions.len(), completed.start_ms), (done, 0, 1_000));
    }
}

#[test]
fn only_an_idle_id_expires() {
    let expired: Vec<bool> = State::ALL.into_iter().map(|s| is_expired(&txn(s), 3_000, 1_000)).collect();
    assert_eq!(expired, [true, false, false, false, true, true]);
    assert!(!is_expired(&txn(State::Empty), 2_999, 1_000));
}

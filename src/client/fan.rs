//! Several acts at once on one task: one for each broker.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

/// Runs all of them concurrently; the results are in their order. Each wake-up polls all that are not done yet, which is
/// fine for as many as a cluster has brokers.
pub async fn all<F: Future>(acts: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut acts: Vec<Act<F>> = acts.into_iter().map(|act| Act::Running(Box::pin(act))).collect();
    poll_fn(|cx| {
        let mut waiting = false;
        for act in &mut acts {
            if let Act::Running(future) = act {
                match future.as_mut().poll(cx) {
                    Poll::Ready(output) => *act = Act::Done(output),
                    Poll::Pending => waiting = true,
                }
            }
        }
        if waiting { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    let done = acts.into_iter().filter_map(|act| match act {
        Act::Done(output) => Some(output),
        Act::Running(_) => None,
    });
    done.collect()
}

/// Runs two acts concurrently.
pub async fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut first, mut second) = (None, None);
    poll_fn(|cx| {
        if first.is_none()
            && let Poll::Ready(output) = a.as_mut().poll(cx)
        {
            first = Some(output);
        }
        if second.is_none()
            && let Poll::Ready(output) = b.as_mut().poll(cx)
        {
            second = Some(output);
        }
        match (first.is_some(), second.is_some()) {
            (true, true) => Poll::Ready((first.take().expect("just seen"), second.take().expect("just seen"))),
            _ => Poll::Pending,
        }
    })
    .await
}

enum Act<F: Future> {
    Running(Pin<Box<F>>),
    Done(F::Output),
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::time::{Instant, sleep};

    #[tokio::test]
    async fn acts_run_side_by_side_and_keep_their_order() {
        let start = Instant::now();
        let wait = |ms| async move {
            sleep(Duration::from_millis(ms)).await;
            ms
        };
        assert_eq!(all([60, 20, 40].map(wait)).await, [60, 20, 40]);
        assert_eq!(both(wait(30), wait(10)).await, (30, 10));
        assert!(start.elapsed() < Duration::from_millis(115));
        assert!(all(Vec::<std::future::Ready<()>>::new()).await.is_empty());
    }
}

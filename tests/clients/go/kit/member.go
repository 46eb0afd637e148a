package kit

import (
	"os"
	"strconv"
	"time"
)

// SessionTimeout is that of a member of a group, as the test wants it.
func SessionTimeout() time.Duration {
	ms, err := strconv.Atoi(os.Getenv("SESSION_MS"))
	if err != nil {
		ms = 10000
	}
	return time.Duration(ms) * time.Millisecond
}

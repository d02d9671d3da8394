package sandbox

import "sync"

// Limit is how much of a command's output is kept.
const Limit = 64 << 10

// cut ends an output that was longer.
const cut = "\n[output cut at 64 KiB]\n"

// Output is what a command has written so far. It may be read meanwhile.
type Output struct {
	mu   sync.Mutex
	text []byte
	full bool
}

// Write keeps what fits and drops the rest: the command must not hang or fail by it.
func (o *Output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if room := Limit - len(cut) - len(o.text); o.full || len(b) <= room {
		if !o.full {
			o.text = append(o.text, b...)
		}
	} else {
		o.text = append(append(o.text, b[:room]...), cut...)
		o.full = true
	}
	return len(b), nil
}

// Bytes is a copy of what is there.
func (o *Output) Bytes() []byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	return append([]byte(nil), o.text...)
}
